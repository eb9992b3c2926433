/// The calendar feeds of a host.
@NullMarked
package org.meetwright.server.pages.account.feeds;

import org.jspecify.annotations.NullMarked;
