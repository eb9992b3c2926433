/// Files and directories that only their owner can access.
@NullMarked
package org.meetwright.core.files;

import org.jspecify.annotations.NullMarked;
