/// The servers that the user has signed in to, and the tokens for them.
@NullMarked
package org.meetwright.cli.remote.context;

import org.jspecify.annotations.NullMarked;
