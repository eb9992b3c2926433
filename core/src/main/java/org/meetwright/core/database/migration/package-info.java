/// What became of migrations, and copies of an H2 file to try them on.
@NullMarked
package org.meetwright.core.database.migration;

import org.jspecify.annotations.NullMarked;
