/// What becomes of data that is no longer needed: archive, retention, erasure.
@NullMarked
package org.meetwright.core.lifecycle;

import org.jspecify.annotations.NullMarked;
