/// Makes the columns anew that hold folded text, when letters are folded in another way.
@NullMarked
package org.meetwright.core.database.keys;

import org.jspecify.annotations.NullMarked;
