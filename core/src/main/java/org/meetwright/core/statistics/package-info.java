/// Statistics of bookings, which the database computes.
@NullMarked
package org.meetwright.core.statistics;

import org.jspecify.annotations.NullMarked;
