/// What visitors find under an address, by a booking link or without one.
@NullMarked
package org.meetwright.core.offering;

import org.jspecify.annotations.NullMarked;
