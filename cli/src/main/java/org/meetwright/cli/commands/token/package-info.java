/// The commands for API tokens.
@NullMarked
package org.meetwright.cli.commands.token;

import org.jspecify.annotations.NullMarked;
