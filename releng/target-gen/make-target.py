#!/usr/bin/env python3
"""Writes releng/targetplatform/wirelathe.target from roots.txt, extra.txt and drop.txt.

The target pins every artifact and resolves nothing itself: the POMs of the platform hold open ranges, and
following them on the day of a build would mix releases. So they are followed here, once, by hand; look at the
difference before you commit it. Needs Maven 3.9 as `mvn` (or $MVN) and the network.
"""

import os
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "targetplatform" / "wirelathe.target"
LISTED = re.compile(r"\s+([\w.\-]+):([\w.\-]+):jar:([\w.\-]+):(compile|runtime)")

# Batik carries no OSGi manifest. SWTChart and the CSS engine know it by these names.
BATIK = """      <instructions><![CDATA[
version:               ${version_cleanup;${mvnVersion}}
Bundle-SymbolicName:   org.apache.${replacestring;${mvnArtifactId};batik-;batik.}
Bundle-Name:           ${mvnArtifactId} (wrapped)
Bundle-Version:        ${version}
Import-Package:        org.apache.batik.*,org.apache.xmlgraphics.*,org.w3c.css.*,*;resolution:=optional
Export-Package:        *;version="${version}";-noimport:=true
]]></instructions>
"""


def lines(name):
    text = (HERE / name).read_text().splitlines()
    return [line.strip() for line in text if line.strip() and not line.startswith("#")]


def dependency(artifact, indent=""):
    group, name, version = artifact
    return (f"{indent}<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
            f"<version>{version}</version><type>jar</type></dependency>\n")


def resolve(roots):
    """Everything the roots lead to, as Maven's nearest-wins rule picks it."""
    with tempfile.TemporaryDirectory() as folder:
        pom = pathlib.Path(folder, "pom.xml")
        pom.write_text('<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
                       "<groupId>target</groupId><artifactId>list</artifactId><version>1</version>"
                       "<packaging>pom</packaging><dependencies>\n"
                       + "".join(map(dependency, roots)) + "</dependencies></project>")
        found = pathlib.Path(folder, "list.txt")
        subprocess.run([os.environ.get("MVN", "mvn"), "-B", "-q", "-ntp", "dependency:list",
                        f"-DoutputFile={found}"], cwd=folder, check=True)
        return [match.groups()[:3] for match in map(LISTED.match, found.read_text().splitlines()) if match]


def label(artifact):
    group, name, _ = artifact
    if group in ("org.eclipse.platform", "org.eclipse.emf"):
        return "eclipse"
    if "junit" in group or "opentest4j" in group or "apiguardian" in group:
        return "junit"
    if "felix" in group:
        return "felix"
    if name.startswith("batik") or name in ("xmlgraphics-commons", "xml-apis-ext"):
        return "batik"
    return "libs"


def target(artifacts):
    locations = {}
    for artifact in sorted(artifacts):
        locations.setdefault(label(artifact), []).append(artifact)
    out = ['<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<?pde version="3.8"?>\n'
           '<target name="wirelathe">\n  <locations>\n']
    for name, members in locations.items():
        out.append(f'    <location includeDependencyDepth="none" includeDependencyScopes="compile" '
                   f'includeSource="false" label="{name}" missingManifest="generate" type="Maven">\n'
                   "      <dependencies>\n")
        out.extend(dependency(member, "        ") for member in members)
        out.append("      </dependencies>\n" + (BATIK if name == "batik" else "") + "    </location>\n")
    out.append("  </locations>\n</target>\n")
    return "".join(out)


def main():
    parse = lambda name: [tuple(line.split(":")) for line in lines(name)]
    dropped = set(lines("drop.txt"))
    artifacts = {artifact for artifact in resolve(parse("roots.txt")) if artifact[1] not in dropped}
    artifacts.update(parse("extra.txt"))
    TARGET.write_text(target(artifacts))
    print(f"{TARGET.name}: {len(artifacts)} artifacts")


if __name__ == "__main__":
    main()
