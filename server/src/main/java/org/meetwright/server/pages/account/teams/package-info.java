/// The page with the teams that a host is in or invited to.
@NullMarked
package org.meetwright.server.pages.account.teams;

import org.jspecify.annotations.NullMarked;
