/// The teams that a host is in or invited into, in his account.
@NullMarked
package org.meetwright.server.pages.account.teams;

import org.jspecify.annotations.NullMarked;
