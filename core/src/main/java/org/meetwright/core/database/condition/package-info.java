/// How a database is set up.
@NullMarked
package org.meetwright.core.database.condition;

import org.jspecify.annotations.NullMarked;
