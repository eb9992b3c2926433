/// The arguments of commands: how they are parsed, and how the objects that they name are found.
@NullMarked
package org.meetwright.cli.arguments;

import org.jspecify.annotations.NullMarked;
