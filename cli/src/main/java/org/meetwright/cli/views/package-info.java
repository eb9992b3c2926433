/// What `--json` prints: the objects of the HTTP API.
@NullMarked
package org.meetwright.cli.views;

import org.jspecify.annotations.NullMarked;
