/// The pages of hosts: signing in, and what lets them in. Each has its session in a cookie.
@NullMarked
package org.meetwright.server.pages.account;

import org.jspecify.annotations.NullMarked;
