/// The domain of Meetwright. [org.meetwright.core.Core] wires it; each sub-package is one feature.
@NullMarked
package org.meetwright.core;

import org.jspecify.annotations.NullMarked;
