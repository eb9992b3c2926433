/// Signing in by password and second factor, and what slows down those who guess.
@NullMarked
package org.meetwright.core.access.signin;

import org.jspecify.annotations.NullMarked;
