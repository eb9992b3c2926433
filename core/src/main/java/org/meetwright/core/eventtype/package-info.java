/// For what a host can be met: length, buffers, notice, window, limits, questions.
@NullMarked
package org.meetwright.core.eventtype;

import org.jspecify.annotations.NullMarked;
