/// The commands for archiving, erasing and exporting data.
@NullMarked
package org.meetwright.cli.commands.data;

import org.jspecify.annotations.NullMarked;
