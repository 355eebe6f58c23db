# Finds the phrases of a list in the prose of files, and prints file:line: "phrase": write replacement.
# Prose is: comments of Java, TypeScript, C and CSS, and the texts in their code where it is not test code; Markdown without
# code; values of properties; comments of YAML; whole scripts. A phrase may continue in the next line.
# Usage: awk -v words=FILE -f find.awk FILE…    Each line of words: REGEX => REPLACEMENT, or ! REGEX for a use that is fine.

BEGIN {
  while ((getline line < words) > 0) {
    if (line ~ /^! /) fine = fine (fine ? "|" : "") substr(line, 3)
    else if (line !~ /^#/ && (at = index(line, " => "))) {
      phrase[++count] = " (" substr(line, 1, at - 1) ") "
      replacement[count] = substr(line, at + 4)
      any = any (any ? "|" : "") substr(line, 1, at - 1)
    }
  }
  fine = " (" fine ") "
  any = " (" any ") "
}

FNR == 1 {
  look(previous, "")
  file = FILENAME
  previous = open = ""
  texts = file !~ /(^|\/)src\/test\//
  kind = file ~ /\.(java|ts|js|css|c|h)$/ ? "code" : file ~ /\.md$/ ? "markdown" : file ~ /\.properties$/ ? "properties" : file ~ /\.ya?ml$/ ? "yaml" : "script"
}

{
  current = words_of(kind == "code" ? in_code($0) : kind == "markdown" ? in_markdown($0) : kind == "properties" ? in_properties($0) : kind == "yaml" ? in_yaml($0) : $0)
  if (FNR > 1) look(previous, current)
  previous = current
  number = FNR
}

END { look(previous, "") }

# Comments, and texts of at least two words. `open` is what ends the comment or text that began in an earlier line.
function in_code(line,   prose, found, at) {
  while (line != "") {
    if (open != "") {
      at = index(line, open)
      if (open == "*/" || texts) prose = prose " " (at ? substr(line, 1, at - 1) : line)
      if (!at) break
      line = substr(line, at + length(open))
      open = ""
    } else if (match(line, /"""|`|\/\*\*?|\/\/|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'/)) {
      found = substr(line, RSTART, RLENGTH)
      line = substr(line, RSTART + RLENGTH)
      if (found == "//") return prose " " line
      if (found == "\"\"\"" || found == "`") open = found
      else if (found ~ /^\//) {
        open = "*/"
        if (found == "/**") prose = prose " javadoc "
      } else if (texts && found ~ / /) prose = prose " " substr(found, 2, length(found) - 2)
    } else break
  }
  return prose
}

function in_markdown(line) {
  if (line ~ /^ *```/) fenced = !fenced
  if (FNR == 1) fenced = 0
  return fenced || line ~ /^ *```/ ? "" : line
}

function in_properties(line) {
  sub(/^[A-Za-z0-9._-]+ *=/, "", line)
  return line
}

function in_yaml(line) { return match(line, /(^|[ \t])#.*/) ? substr(line, RSTART) : "" }

# Lower-case words and punctuation, each between single blanks; code, links and names of variables become an x.
function words_of(text) {
  if (text == "") return ""
  gsub(/`[^`]*`|{@[a-z]+ [^}]*}|<[^>]*>|https?:[^ ]*|\]\([^)]*\)|\$\{?[A-Za-z_]+\}?|\\?"[a-z]+\\?" *:/, " x ", text)
  text = tolower(text)
  gsub(/[.;:!?,()|]/, " & ", text)
  gsub(/[^a-z'.;:!?,()|-]+/, " ", text)
  return text
}

function look(own, next_line,   all, i, at) {
  if (own == "") return
  all = " " own " "
  gsub(/ +/, " ", all)
  at = length(all)
  all = all next_line " "
  gsub(/ +/, " ", all)
  gsub(fine, " x ", all)
  if (all !~ any) return
  for (i = 1; i <= count; i++)
    if (match(all, phrase[i]) && RSTART < at)
      printf "%s:%d: \"%s\": write %s\n", file, number, substr(all, RSTART + 1, RLENGTH - 2), replacement[i]
}
