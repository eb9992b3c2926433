/// Public holidays of countries and their regions.
@NullMarked
package org.meetwright.core.holiday;

import org.jspecify.annotations.NullMarked;
