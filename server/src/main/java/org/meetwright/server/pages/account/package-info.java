/// The pages of hosts: signing in, and an account with a package for each of its pages. Each host
/// has his session in a cookie.
@NullMarked
package org.meetwright.server.pages.account;

import org.jspecify.annotations.NullMarked;
