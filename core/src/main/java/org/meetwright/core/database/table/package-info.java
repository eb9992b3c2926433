/// Tables as the database itself describes them, and their rows in a form that both databases read
/// and write: what a copy of all data needs, whatever tables there are.
@NullMarked
package org.meetwright.core.database.table;

import org.jspecify.annotations.NullMarked;
