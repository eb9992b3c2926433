/// Lets several programs on one machine share an H2 file.
@NullMarked
package org.meetwright.core.database.h2;

import org.jspecify.annotations.NullMarked;
