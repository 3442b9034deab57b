#!/usr/bin/env bash
# Builds the native addon of TensorFlow.js where its prebuilt parts cannot be downloaded: against the libtensorflow
# inside the PyPI wheel tensorflow-cpu. Needs npm, pip, a C++ compiler, make and Python; see docs/engines.md.
set -euo pipefail
cd "$(dirname "$0")/.."

TENSORFLOW_VERSION=${TENSORFLOW_VERSION:-2.18.1}
ADDON=node_modules/@tensorflow/tfjs-node
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "1/4 tfjs-node without its install script"
npm install --no-save --no-audit --no-fund --ignore-scripts @tensorflow/tfjs-node@4.22.0 >/dev/null

echo "2/4 the wheel tensorflow-cpu $TENSORFLOW_VERSION"
python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.11 --implementation cp \
  --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 --dest "$work" "tensorflow-cpu==$TENSORFLOW_VERSION"
python3 - "$work" <<'PYTHON'
import glob, sys, zipfile
with zipfile.ZipFile(glob.glob(sys.argv[1] + "/*.whl")[0]) as wheel:
    wanted = [n for n in wheel.namelist() if n.startswith("tensorflow/include/tensorflow/") or n.startswith("tensorflow/include/xla/")
              or n.startswith("tensorflow/include/tsl/") or "libtensorflow_cc.so" in n or "libtensorflow_framework.so" in n]
    wheel.extractall(sys.argv[1], wanted)
PYTHON

echo "3/4 headers and libraries in their places"
mkdir -p "$ADDON/deps/lib" "$ADDON/deps/include"
cp -r "$work"/tensorflow/include/* "$ADDON/deps/include/"
cp "$work"/tensorflow/libtensorflow_cc.so.2 "$work"/tensorflow/libtensorflow_framework.so.2 "$ADDON/deps/lib/"
(
  cd "$ADDON/deps/lib"
  ln -sf libtensorflow_cc.so.2 libtensorflow.so
  ln -sf libtensorflow_cc.so.2 libtensorflow.so.2
  ln -sf libtensorflow_cc.so.2 libtensorflow.so.2.9.1
  ln -sf libtensorflow_framework.so.2 libtensorflow_framework.so
)
echo '{"tf-lib": "unused"}' >"$ADDON/scripts/custom-binary.json"

echo "4/4 compiling the addon"
bin=$PWD/node_modules/.bin
node_prefix=$(dirname "$(dirname "$(node -p process.execPath)")")
(cd "$ADDON" && PATH="$bin:$PATH" npm_config_nodedir="$node_prefix" node scripts/install.js)
node -e "
  require('@tensorflow/tfjs-node');
  const tf = require('@tensorflow/tfjs-core');
  console.log('tfjs-node works:', tf.getBackend(), tf.matMul([[1, 2]], [[3], [4]]).dataSync()[0] === 11 ? 'and multiplies right' : 'WRONG');
"
