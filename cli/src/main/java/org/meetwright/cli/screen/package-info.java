/// What is only for people at a terminal: its width, colours, questions, tables, progress.
@NullMarked
package org.meetwright.cli.screen;

import org.jspecify.annotations.NullMarked;
