/// The second step of signing in: a code, after the password or another proof.
@NullMarked
package org.meetwright.core.access.code;

import org.jspecify.annotations.NullMarked;
