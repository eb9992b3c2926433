/// What an H2 file needs that several programs on one machine may open.
@NullMarked
package org.meetwright.core.database.h2;

import org.jspecify.annotations.NullMarked;
