/// Where hosts sign in: by password, by a code, at a provider, by a mailed link.
@NullMarked
package org.meetwright.server.pages.account.signin;

import org.jspecify.annotations.NullMarked;
