/// Connects HTTP and the pages: requests, answers, and static files.
@NullMarked
package org.meetwright.server.pages.web;

import org.jspecify.annotations.NullMarked;
