/// Which program this is.
@NullMarked
package org.meetwright.cli.commands.version;

import org.jspecify.annotations.NullMarked;
