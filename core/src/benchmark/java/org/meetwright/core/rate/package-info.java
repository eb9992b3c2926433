/// Measures bookings: how many a second, beside the same statements over plain JDBC, and what a
/// long history costs.
@NullMarked
package org.meetwright.core.rate;

import org.jspecify.annotations.NullMarked;
