/// Rebuilds the columns of folded text when the folding of letters changes.
@NullMarked
package org.meetwright.core.database.keys;

import org.jspecify.annotations.NullMarked;
