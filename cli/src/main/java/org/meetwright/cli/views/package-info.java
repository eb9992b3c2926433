/// What `--json` prints beside the records of the HTTP API.
@NullMarked
package org.meetwright.cli.views;

import org.jspecify.annotations.NullMarked;
