/// What would follow from saving a draft.
@NullMarked
package org.meetwright.desktop.change;

import org.jspecify.annotations.NullMarked;
