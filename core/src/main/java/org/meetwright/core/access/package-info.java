/// Passwords, sessions and API tokens.
@NullMarked
package org.meetwright.core.access;

import org.jspecify.annotations.NullMarked;
