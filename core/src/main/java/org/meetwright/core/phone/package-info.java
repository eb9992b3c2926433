/// Telephone numbers, and the countries of numbers and time zones.
@NullMarked
package org.meetwright.core.phone;

import org.jspecify.annotations.NullMarked;
