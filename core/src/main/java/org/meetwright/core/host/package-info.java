/// Who can be met.
@NullMarked
package org.meetwright.core.host;

import org.jspecify.annotations.NullMarked;
