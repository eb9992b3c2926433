/// The second step of signing in: a code after what came first.
@NullMarked
package org.meetwright.core.access.code;

import org.jspecify.annotations.NullMarked;
