/// Copies of all data: reading every table as it was at one instant, and filling an empty database.
@NullMarked
package org.meetwright.core.database.copy;

import org.jspecify.annotations.NullMarked;
