/// Bookings as CSV.
@NullMarked
package org.meetwright.cli.imports.csv;

import org.jspecify.annotations.NullMarked;
