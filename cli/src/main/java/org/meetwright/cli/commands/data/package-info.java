/// The commands about what becomes of data: archive, erasure.
@NullMarked
package org.meetwright.cli.commands.data;

import org.jspecify.annotations.NullMarked;
