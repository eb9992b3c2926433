/// Signing in with a password, a second factor or a linked identity.
@NullMarked
package org.meetwright.core.access.signin;

import org.jspecify.annotations.NullMarked;
