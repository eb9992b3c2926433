/// Telephone numbers, and the countries that they and time zones belong to.
@NullMarked
package org.meetwright.core.phone;

import org.jspecify.annotations.NullMarked;
