/// Signing in: with a password, a code, a provider, or a mailed link.
@NullMarked
package org.meetwright.server.pages.account.signin;

import org.jspecify.annotations.NullMarked;
