/// The page with a host's password, second factor, sessions and linked identities.
@NullMarked
package org.meetwright.server.pages.account.security;

import org.jspecify.annotations.NullMarked;
