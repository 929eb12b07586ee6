#!/bin/sh
# 启动三线 / starts sanxian: ./start.sh [--port 4173] [--host 0.0.0.0]
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ -x "$here/node/bin/node" ]; then
  node=$here/node/bin/node
elif command -v node >/dev/null 2>&1; then
  node=node
else
  echo '没有找到 Node.js：请安装 20.19 或更新的版本，或换用带 Node 的发布包。' >&2
  echo 'Node.js was not found: install 20.19 or newer, or take the archive that encloses it.' >&2
  exit 1
fi
exec "$node" "$here/serve.mjs" --open "$@"
