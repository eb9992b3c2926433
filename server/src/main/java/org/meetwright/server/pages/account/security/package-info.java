/// How a host shows who he is: his password, his second factor, and who he is elsewhere.
@NullMarked
package org.meetwright.server.pages.account.security;

import org.jspecify.annotations.NullMarked;
