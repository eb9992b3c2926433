/// The commands about hosts and what lets them in.
@NullMarked
package org.meetwright.cli.commands.host;

import org.jspecify.annotations.NullMarked;
