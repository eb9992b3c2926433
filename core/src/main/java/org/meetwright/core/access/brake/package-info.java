/// Slows down clients that guess passwords and codes.
@NullMarked
package org.meetwright.core.access.brake;

import org.jspecify.annotations.NullMarked;
