/// Files and directories that are for their owner alone.
@NullMarked
package org.meetwright.core.files;

import org.jspecify.annotations.NullMarked;
