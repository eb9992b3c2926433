/// The event types of a host: listed, made, changed.
@NullMarked
package org.meetwright.server.pages.account.eventtype;

import org.jspecify.annotations.NullMarked;
