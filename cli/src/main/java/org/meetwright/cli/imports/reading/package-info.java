/// Reading what other scheduling services give: files, answers of their APIs, and their shapes.
@NullMarked
package org.meetwright.cli.imports.reading;

import org.jspecify.annotations.NullMarked;
