/// The commands, one class each: read the arguments, call one service, print. Groups of commands
/// are in sub-packages.
@NullMarked
package org.meetwright.cli.commands;

import org.jspecify.annotations.NullMarked;
