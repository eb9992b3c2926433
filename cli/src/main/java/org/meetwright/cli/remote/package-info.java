/// Hosts' commands on a server, over its API.
@NullMarked
package org.meetwright.cli.remote;

import org.jspecify.annotations.NullMarked;
